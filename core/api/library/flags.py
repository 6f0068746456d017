# The command line of programs: TensorFlow 1.15, python/platform/{flags,app}.py. There is none here, so that all flags have their defaults.

import sys


class _Flags(object):
    def __init__(self):
        self.__dict__["_values"] = {}

    def __getattr__(self, name):
        values = self.__dict__["_values"]
        if name not in values:
            raise AttributeError(name)
        return values[name]

    def __setattr__(self, name, value):
        self.__dict__["_values"][name] = value

    def __getitem__(self, name):
        return self.__dict__["_values"][name]

    def __contains__(self, name):
        return name in self.__dict__["_values"]

    def __iter__(self):
        return iter(self.__dict__["_values"])

    def __call__(self, argv, known_only=False):
        return list(argv)

    def flag_values_dict(self):
        return dict(self.__dict__["_values"])

    def is_parsed(self):
        return True

    def mark_as_parsed(self):
        pass


FLAGS = _Flags()


def _define(name, default, help=None, **kwargs):
    setattr(FLAGS, name, default)


def DEFINE_integer(name, default, help=None, lower_bound=None, upper_bound=None, **kwargs):
    _define(name, default if default is None else int(default))


def DEFINE_float(name, default, help=None, lower_bound=None, upper_bound=None, **kwargs):
    _define(name, default if default is None else float(default))


def DEFINE_bool(name, default, help=None, **kwargs):
    if isinstance(default, str):
        default = default.lower() in ("true", "t", "1")
    _define(name, default if default is None else bool(default))


def DEFINE_list(name, default, help=None, **kwargs):
    _define(name, default.split(",") if isinstance(default, str) and default else default)


def DEFINE_enum(name, default, enum_values, help=None, **kwargs):
    if default is not None and default not in enum_values:
        raise ValueError("value should be one of <" + "|".join(enum_values) + ">")
    _define(name, default)


def _several(name, default, help=None, **kwargs):
    _define(name, default if default is None or isinstance(default, list) else [default])


DEFINE_string = _define
DEFINE_boolean = DEFINE_bool
DEFINE_multi_string = DEFINE_multi_integer = DEFINE_multi_float = _several


def mark_flag_as_required(flag_name, flag_values=None):
    pass


mark_flags_as_required = mark_flag_as_required


def run(main=None, argv=None):
    main = main or sys.modules["__main__"].main
    sys.exit(main(sys.argv if argv is None else argv))
