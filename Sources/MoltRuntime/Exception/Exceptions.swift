import MoltABI

/// The built-in exception classes. Their addresses are link-time constants, as those of `Types`.
enum Exceptions {
  @inline(__always) private static func address(_ type: TypePointer) -> TypePointer { type }

  @inline(__always) static var baseException: TypePointer { address(&molt_exception_base_exception) }
  @inline(__always) static var baseExceptionGroup: TypePointer { address(&molt_exception_base_exception_group) }
  @inline(__always) static var exceptionGroup: TypePointer { address(&molt_exception_exception_group) }
  @inline(__always) static var generatorExit: TypePointer { address(&molt_exception_generator_exit) }
  @inline(__always) static var keyboardInterrupt: TypePointer { address(&molt_exception_keyboard_interrupt) }
  @inline(__always) static var systemExit: TypePointer { address(&molt_exception_system_exit) }
  @inline(__always) static var exception: TypePointer { address(&molt_exception_exception) }
  @inline(__always) static var arithmeticError: TypePointer { address(&molt_exception_arithmetic_error) }
  @inline(__always) static var floatingPointError: TypePointer { address(&molt_exception_floating_point_error) }
  @inline(__always) static var overflowError: TypePointer { address(&molt_exception_overflow_error) }
  @inline(__always) static var zeroDivisionError: TypePointer { address(&molt_exception_zero_division_error) }
  @inline(__always) static var assertionError: TypePointer { address(&molt_exception_assertion_error) }
  @inline(__always) static var attributeError: TypePointer { address(&molt_exception_attribute_error) }
  @inline(__always) static var bufferError: TypePointer { address(&molt_exception_buffer_error) }
  @inline(__always) static var eofError: TypePointer { address(&molt_exception_eof_error) }
  @inline(__always) static var importError: TypePointer { address(&molt_exception_import_error) }
  @inline(__always) static var moduleNotFoundError: TypePointer { address(&molt_exception_module_not_found_error) }
  @inline(__always) static var lookupError: TypePointer { address(&molt_exception_lookup_error) }
  @inline(__always) static var indexError: TypePointer { address(&molt_exception_index_error) }
  @inline(__always) static var keyError: TypePointer { address(&molt_exception_key_error) }
  @inline(__always) static var memoryError: TypePointer { address(&molt_exception_memory_error) }
  @inline(__always) static var nameError: TypePointer { address(&molt_exception_name_error) }
  @inline(__always) static var unboundLocalError: TypePointer { address(&molt_exception_unbound_local_error) }
  @inline(__always) static var osError: TypePointer { address(&molt_exception_os_error) }
  @inline(__always) static var blockingIoError: TypePointer { address(&molt_exception_blocking_io_error) }
  @inline(__always) static var childProcessError: TypePointer { address(&molt_exception_child_process_error) }
  @inline(__always) static var connectionError: TypePointer { address(&molt_exception_connection_error) }
  @inline(__always) static var brokenPipeError: TypePointer { address(&molt_exception_broken_pipe_error) }
  @inline(__always) static var connectionAbortedError: TypePointer { address(&molt_exception_connection_aborted_error) }
  @inline(__always) static var connectionRefusedError: TypePointer { address(&molt_exception_connection_refused_error) }
  @inline(__always) static var connectionResetError: TypePointer { address(&molt_exception_connection_reset_error) }
  @inline(__always) static var fileExistsError: TypePointer { address(&molt_exception_file_exists_error) }
  @inline(__always) static var fileNotFoundError: TypePointer { address(&molt_exception_file_not_found_error) }
  @inline(__always) static var interruptedError: TypePointer { address(&molt_exception_interrupted_error) }
  @inline(__always) static var isADirectoryError: TypePointer { address(&molt_exception_is_a_directory_error) }
  @inline(__always) static var notADirectoryError: TypePointer { address(&molt_exception_not_a_directory_error) }
  @inline(__always) static var permissionError: TypePointer { address(&molt_exception_permission_error) }
  @inline(__always) static var processLookupError: TypePointer { address(&molt_exception_process_lookup_error) }
  @inline(__always) static var timeoutError: TypePointer { address(&molt_exception_timeout_error) }
  @inline(__always) static var referenceError: TypePointer { address(&molt_exception_reference_error) }
  @inline(__always) static var runtimeError: TypePointer { address(&molt_exception_runtime_error) }
  @inline(__always) static var notImplementedError: TypePointer { address(&molt_exception_not_implemented_error) }
  @inline(__always) static var recursionError: TypePointer { address(&molt_exception_recursion_error) }
  @inline(__always) static var stopAsyncIteration: TypePointer { address(&molt_exception_stop_async_iteration) }
  @inline(__always) static var stopIteration: TypePointer { address(&molt_exception_stop_iteration) }
  @inline(__always) static var syntaxError: TypePointer { address(&molt_exception_syntax_error) }
  @inline(__always) static var indentationError: TypePointer { address(&molt_exception_indentation_error) }
  @inline(__always) static var tabError: TypePointer { address(&molt_exception_tab_error) }
  @inline(__always) static var systemError: TypePointer { address(&molt_exception_system_error) }
  @inline(__always) static var typeError: TypePointer { address(&molt_exception_type_error) }
  @inline(__always) static var valueError: TypePointer { address(&molt_exception_value_error) }
  @inline(__always) static var unicodeError: TypePointer { address(&molt_exception_unicode_error) }
  @inline(__always) static var unicodeDecodeError: TypePointer { address(&molt_exception_unicode_decode_error) }
  @inline(__always) static var unicodeEncodeError: TypePointer { address(&molt_exception_unicode_encode_error) }
  @inline(__always) static var unicodeTranslateError: TypePointer { address(&molt_exception_unicode_translate_error) }
  @inline(__always) static var warning: TypePointer { address(&molt_exception_warning) }
  @inline(__always) static var bytesWarning: TypePointer { address(&molt_exception_bytes_warning) }
  @inline(__always) static var deprecationWarning: TypePointer { address(&molt_exception_deprecation_warning) }
  @inline(__always) static var encodingWarning: TypePointer { address(&molt_exception_encoding_warning) }
  @inline(__always) static var futureWarning: TypePointer { address(&molt_exception_future_warning) }
  @inline(__always) static var importWarning: TypePointer { address(&molt_exception_import_warning) }
  @inline(__always) static var pendingDeprecationWarning: TypePointer {
    address(&molt_exception_pending_deprecation_warning)
  }
  @inline(__always) static var resourceWarning: TypePointer { address(&molt_exception_resource_warning) }
  @inline(__always) static var runtimeWarning: TypePointer { address(&molt_exception_runtime_warning) }
  @inline(__always) static var syntaxWarning: TypePointer { address(&molt_exception_syntax_warning) }
  @inline(__always) static var unicodeWarning: TypePointer { address(&molt_exception_unicode_warning) }
  @inline(__always) static var userWarning: TypePointer { address(&molt_exception_user_warning) }
  @inline(__always) static var unsupportedOperation: TypePointer { address(&molt_exception_unsupported_operation) }
}
