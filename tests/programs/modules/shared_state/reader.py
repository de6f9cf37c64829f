from config import settings, AppError
import config
def read(key): return settings.get(key)
def read_fresh(key): return config.settings.get(key)
def fail(): raise AppError("from reader")
