from __future__ import absolute_import, division, print_function
import os
import os.path
import sys
import warnings
import logging
import datetime
import inspect
import argparse
from os import path
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', error)
print(os.path.join('a', 'b', '/c', 'd'), os.path.join('a/', 'b'), os.path.join('', 'x'), path.basename('/a/b.txt'), path.dirname('/a/b.txt'), path.split('a/b/c'), path.splitext('x.tar.gz'), path.splitext('.bashrc'), path.splitext('a.b/c'), path.isabs('/a'), path.normpath('a//b/../c/.'), path.normpath('/../a'), path.relpath('/a/b', '/a/c'), os.path.exists('/surely/not/there'), os.sep, path.commonprefix(['abc', 'abd']))
attempt(lambda: os.path.join('a', 5))
os.environ['MY_SETTING'] = '3'
print(os.environ.get('MY_SETTING'), os.getenv('SURELY_NOT_SET_HERE'), os.getenv('SURELY_NOT_SET_HERE', 'x'), os.environ['MY_SETTING'])
attempt(lambda: os.environ['SURELY_NOT_SET_HERE'])
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 0), sys.maxsize, sys.byteorder, len(sys.argv))
sys.stdout.write('written\n')
print('printed', file=sys.stdout)
print('not here', file=sys.stderr)
sys.stdout.flush()
try:
    raise ValueError('seen')
except ValueError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info())
try:
    sys.exit(3)
except SystemExit as error:
    print('exit', error.code)
warnings.filterwarnings('ignore')
warnings.warn('nobody sees this')
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
logger = logging.getLogger(__name__)
logger.setLevel(logging.ERROR)
logger.debug('not %s', 'shown')
print(logging.INFO, logger.name, logging.getLevelName(30), logger.isEnabledFor(logging.DEBUG))
delta = datetime.timedelta(days=1, hours=2, seconds=30)
day = datetime.datetime(2020, 2, 28, 13, 5, 9)
