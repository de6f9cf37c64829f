__all__ = ["exported", "sub"]
exported = "from pack"
