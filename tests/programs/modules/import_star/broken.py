__all__ = ["nope"]
