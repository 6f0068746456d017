# abc. That abstract classes can't be instantiated is type's own work: it looks for metaclasses of this name.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    return property(abstractmethod(fget), fset, fdel, doc)


def abstractclassmethod(callable):
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    return staticmethod(abstractmethod(callable))


class ABCMeta(type):
    def __init__(cls, name, bases, namespace, **kwargs):
        type.__init__(cls, name, bases, namespace)
        cls._abc_registered = []

    # What is registered with a class is known to those that it inherits from, too.
    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        for each in cls.__mro__:
            if isinstance(each, ABCMeta):
                each._abc_registered.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        order = subclass.__mro__
        if cls in order:
            return True
        hook = getattr(cls, '__subclasshook__', None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        for registered in cls._abc_registered:
            if registered in order or (isinstance(registered, ABCMeta) and issubclass(subclass, registered)):
                return True
        return False


class ABC(metaclass=ABCMeta):
    pass
