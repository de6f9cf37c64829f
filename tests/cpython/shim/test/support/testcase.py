class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, error, template):
        """Exceptions of the same kinds with the same arguments, groups part by part."""
        if error is None and template is None:
            return
        self.assertIsNotNone(error)
        self.assertIsNotNone(template)
        if isinstance(error, BaseExceptionGroup):
            self.assertEqual(type(error), type(template))
            self.assertEqual(error.message, template.message)
            self.assertEqual(len(error.exceptions), len(template.exceptions))
            for part, wanted in zip(error.exceptions, template.exceptions):
                self.assertExceptionIsLike(part, wanted)
        else:
            self.assertEqual(type(error), type(template))
            self.assertEqual(error.args, template.args)
