# argparse for programs that are started without arguments: options have their defaults.


class ArgumentError(Exception):
    pass


class ArgumentTypeError(Exception):
    pass


SUPPRESS = '==SUPPRESS=='
REMAINDER = '...'
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = '?', '*', '+'


class HelpFormatter:
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    __hash__ = None

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % item for item in self.__dict__.items()))


class _Argument:
    def __init__(self, flags, options):
        self.flags = flags
        self.is_option = flags[0].startswith('-')
        self.action = options.get('action', 'store')
        self.type = options.get('type')
        self.nargs = options.get('nargs')
        self.const = options.get('const')
        self.choices = options.get('choices')
        self.required = options.get('required', False) if self.is_option else self.nargs not in ('?', '*')
        self.dest = options.get('dest') or self._name(flags)
        default = options.get('default')
        if default is None and self.action in ('store_true', 'store_false'):
            default = self.action == 'store_false'
        self.default = default

    def _name(self, flags):
        for flag in flags:
            if flag.startswith('--'):
                return flag[2:].replace('-', '_')
        return flags[0].lstrip('-').replace('-', '_') if self.is_option else flags[0]

    def converted(self, text):
        return text if self.type is None or not isinstance(text, str) else self.type(text)


class _Group:
    def __init__(self, arguments, defaults):
        self._arguments = arguments
        self._defaults = defaults

    def add_argument(self, *flags, **options):
        argument = _Argument(flags, options)
        self._arguments.append(argument)
        return argument

    def add_argument_group(self, *args, **kwargs):
        return _Group(self._arguments, self._defaults)

    def add_mutually_exclusive_group(self, **kwargs):
        return _Group(self._arguments, self._defaults)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)

    def get_default(self, dest):
        if dest in self._defaults:
            return self._defaults[dest]
        for argument in self._arguments:
            if argument.dest == dest:
                return argument.default
        return None


class ArgumentParser(_Group):
    def __init__(self, prog=None, usage=None, description=None, **options):
        _Group.__init__(self, [], {})
        self.prog = prog or ''
        self.description = description

    def error(self, message):
        raise SystemExit(2)

    def print_help(self, file=None):
        pass

    print_usage = print_help

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        import sys
        words = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for argument in self._arguments:
            if not hasattr(namespace, argument.dest) and argument.default != SUPPRESS:
                setattr(namespace, argument.dest, argument.converted(self._defaults.get(argument.dest, argument.default)))
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        seen = set()
        rest = self._read(words, namespace, seen)
        missing = [argument for argument in self._arguments if argument.required and argument not in seen]
        if missing:
            self.error('the following arguments are required: ' + ', '.join('/'.join(argument.flags) for argument in missing))
        return namespace, rest

    def _read(self, words, namespace, seen):
        positional = [argument for argument in self._arguments if not argument.is_option]
        rest = []
        while words:
            word = words.pop(0)
            name, has_value, value = word.partition('=')
            found = [argument for argument in self._arguments if argument.is_option and name in argument.flags]
            if found:
                if has_value:
                    words.insert(0, value)
                self._store(found[0], words, namespace, seen)
            elif positional and not word.startswith('-'):
                words.insert(0, word)
                self._store(positional.pop(0), words, namespace, seen)
            else:
                rest.append(word)
        return rest

    def _store(self, argument, words, namespace, seen):
        seen.add(argument)
        if argument.action in ('store_true', 'store_false'):
            value = argument.action == 'store_true'
        elif argument.action == 'store_const':
            value = argument.const
        elif argument.action == 'count':
            value = (getattr(namespace, argument.dest) or 0) + 1
        elif argument.nargs in ('*', '+') or isinstance(argument.nargs, int):
            value = []
            while words and not words[0].startswith('-') and (not isinstance(argument.nargs, int) or len(value) < argument.nargs):
                value.append(argument.converted(words.pop(0)))
        elif argument.nargs == '?' and (not words or words[0].startswith('-')):
            value = argument.const
        else:
            if not words:
                self.error('argument %s: expected one argument' % '/'.join(argument.flags))
            value = argument.converted(words.pop(0))
        if argument.action == 'append':
            value = list(getattr(namespace, argument.dest) or []) + [value]
        setattr(namespace, argument.dest, value)
