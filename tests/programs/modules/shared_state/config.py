settings = {}
class AppError(Exception): pass
class Config:
    instances = 0
    def __init__(self): Config.instances += 1
