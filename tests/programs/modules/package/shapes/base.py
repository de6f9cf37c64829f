print("init of", __name__)
class Shape:
    def area(self):
        raise NotImplementedError
