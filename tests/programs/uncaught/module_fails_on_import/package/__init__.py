from . import helper

helper.check(1)
