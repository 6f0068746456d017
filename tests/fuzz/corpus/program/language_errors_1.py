def t(fn, *a, **k):
    try:
        print('->', fn(*a, **k))
    except Exception as e:
        print(type(e).__name__ + ':', e)
