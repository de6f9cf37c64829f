public = ["p"]
shared = "plain"
_private = "private"
class Klass:
    def hi(self): return "hi"
def function(): return _private
def get_public(): return public
