import MoltABI

/// The built-in types' objects. Their addresses are link-time constants, so comparing a type costs one instruction.
enum Types {
  @inline(__always) private static func address(_ type: TypePointer) -> TypePointer { type }

  @inline(__always) static var object: TypePointer { address(&molt_type_object) }
  @inline(__always) static var type: TypePointer { address(&molt_type_type) }
  @inline(__always) static var none: TypePointer { address(&molt_type_none) }
  @inline(__always) static var notImplemented: TypePointer { address(&molt_type_not_implemented) }
  @inline(__always) static var ellipsis: TypePointer { address(&molt_type_ellipsis) }
  @inline(__always) static var bool: TypePointer { address(&molt_type_bool) }
  @inline(__always) static var int: TypePointer { address(&molt_type_int) }
  @inline(__always) static var float: TypePointer { address(&molt_type_float) }
  @inline(__always) static var complex: TypePointer { address(&molt_type_complex) }
  @inline(__always) static var str: TypePointer { address(&molt_type_str) }
  @inline(__always) static var bytes: TypePointer { address(&molt_type_bytes) }
  @inline(__always) static var bytearray: TypePointer { address(&molt_type_bytearray) }
  @inline(__always) static var memoryview: TypePointer { address(&molt_type_memoryview) }
  @inline(__always) static var list: TypePointer { address(&molt_type_list) }
  @inline(__always) static var tuple: TypePointer { address(&molt_type_tuple) }
  @inline(__always) static var dict: TypePointer { address(&molt_type_dict) }
  @inline(__always) static var set: TypePointer { address(&molt_type_set) }
  @inline(__always) static var frozenset: TypePointer { address(&molt_type_frozenset) }
  @inline(__always) static var range: TypePointer { address(&molt_type_range) }
  @inline(__always) static var slice: TypePointer { address(&molt_type_slice) }
  @inline(__always) static var cell: TypePointer { address(&molt_type_cell) }
  @inline(__always) static var function: TypePointer { address(&molt_type_function) }
  @inline(__always) static var builtin: TypePointer { address(&molt_type_builtin) }
  @inline(__always) static var method: TypePointer { address(&molt_type_method) }
  @inline(__always) static var methodWrapper: TypePointer { address(&molt_type_method_wrapper) }
  @inline(__always) static var wrapperDescriptor: TypePointer { address(&molt_type_wrapper_descriptor) }
  @inline(__always) static var methodDescriptor: TypePointer { address(&molt_type_method_descriptor) }
  @inline(__always) static var classmethodDescriptor: TypePointer { address(&molt_type_classmethod_descriptor) }
  @inline(__always) static var getsetDescriptor: TypePointer { address(&molt_type_getset_descriptor) }
  @inline(__always) static var memberDescriptor: TypePointer { address(&molt_type_member_descriptor) }
  @inline(__always) static var property: TypePointer { address(&molt_type_property) }
  @inline(__always) static var classmethod: TypePointer { address(&molt_type_classmethod) }
  @inline(__always) static var staticmethod: TypePointer { address(&molt_type_staticmethod) }
  @inline(__always) static var `super`: TypePointer { address(&molt_type_super) }
  @inline(__always) static var module: TypePointer { address(&molt_type_module) }
  @inline(__always) static var code: TypePointer { address(&molt_type_code) }
  @inline(__always) static var frame: TypePointer { address(&molt_type_frame) }
  @inline(__always) static var traceback: TypePointer { address(&molt_type_traceback) }
  @inline(__always) static var generator: TypePointer { address(&molt_type_generator) }
  @inline(__always) static var coroutine: TypePointer { address(&molt_type_coroutine) }
  @inline(__always) static var asyncGenerator: TypePointer { address(&molt_type_async_generator) }
  @inline(__always) static var mappingproxy: TypePointer { address(&molt_type_mappingproxy) }
  @inline(__always) static var genericAlias: TypePointer { address(&molt_type_generic_alias) }
  @inline(__always) static var union: TypePointer { address(&molt_type_union) }
  @inline(__always) static var weakref: TypePointer { address(&molt_type_weakref) }
  @inline(__always) static var seqIterator: TypePointer { address(&molt_type_seq_iterator) }
  @inline(__always) static var listIterator: TypePointer { address(&molt_type_list_iterator) }
  @inline(__always) static var listReverseiterator: TypePointer { address(&molt_type_list_reverseiterator) }
  @inline(__always) static var tupleIterator: TypePointer { address(&molt_type_tuple_iterator) }
  @inline(__always) static var strIterator: TypePointer { address(&molt_type_str_iterator) }
  @inline(__always) static var bytesIterator: TypePointer { address(&molt_type_bytes_iterator) }
  @inline(__always) static var rangeIterator: TypePointer { address(&molt_type_range_iterator) }
  @inline(__always) static var longrangeIterator: TypePointer { address(&molt_type_longrange_iterator) }
  @inline(__always) static var dictKeys: TypePointer { address(&molt_type_dict_keys) }
  @inline(__always) static var dictValues: TypePointer { address(&molt_type_dict_values) }
  @inline(__always) static var dictItems: TypePointer { address(&molt_type_dict_items) }
  @inline(__always) static var dictKeyiterator: TypePointer { address(&molt_type_dict_keyiterator) }
  @inline(__always) static var dictValueiterator: TypePointer { address(&molt_type_dict_valueiterator) }
  @inline(__always) static var dictItemiterator: TypePointer { address(&molt_type_dict_itemiterator) }
  @inline(__always) static var dictReversekeyiterator: TypePointer { address(&molt_type_dict_reversekeyiterator) }
  @inline(__always) static var dictReversevalueiterator: TypePointer { address(&molt_type_dict_reversevalueiterator) }
  @inline(__always) static var dictReverseitemiterator: TypePointer { address(&molt_type_dict_reverseitemiterator) }
  @inline(__always) static var setIterator: TypePointer { address(&molt_type_set_iterator) }
  @inline(__always) static var callableIterator: TypePointer { address(&molt_type_callable_iterator) }
  @inline(__always) static var enumerate: TypePointer { address(&molt_type_enumerate) }
  @inline(__always) static var zip: TypePointer { address(&molt_type_zip) }
  @inline(__always) static var map: TypePointer { address(&molt_type_map) }
  @inline(__always) static var filter: TypePointer { address(&molt_type_filter) }
  @inline(__always) static var reversed: TypePointer { address(&molt_type_reversed) }
  @inline(__always) static var textFile: TypePointer { address(&molt_type_text_file) }
  @inline(__always) static var binaryFile: TypePointer { address(&molt_type_binary_file) }
}
