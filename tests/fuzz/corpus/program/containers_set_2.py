print(popped.pop(), popped)
