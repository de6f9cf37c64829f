import MoltABI

// Attribute access from compiled code, with an inline cache per site. A cache is valid while the type it was filled for
// keeps its version; versions are never used twice, so an equal version means the same type in the same state. What a
// cache holds is borrowed: it lives in the dictionary of that type or one of its bases.

/// `MoltSite.kind`: what the cache knows.
enum SiteKind {
  static let empty: UInt32 = 0
  /// The attribute is a value of the instance at byte offset `payload` (attribute slot or `__slots__` member).
  static let slot: UInt32 = 1
  /// `value` is a class attribute that is no descriptor; `payload`: dictOffset, where the instance could hide it.
  static let classValue: UInt32 = 2
  /// `value` is a function or method descriptor of the class; `payload` as for classValue.
  static let method: UInt32 = 3
  /// The instance's dict, at byte offset `payload`, may have it; no attribute of the class has that name.
  static let instanceDict: UInt32 = 4
  /// Slot `payload` of the module `value`.
  static let moduleSlot: UInt32 = 5
  /// The object is a class of version `version`; its metaclass has version `payload`; `value` is what was found in it.
  static let typeValue: UInt32 = 6
  /// `value` is a property whose getter is to be called.
  static let property: UInt32 = 7
  /// `value` is a getset descriptor.
  static let getset: UInt32 = 8
  /// `value` is a member descriptor that computes the attribute.
  static let computedMember: UInt32 = 11
  /// The attribute is a slot that holds machine floats; `payload` is its number.
  static let floatSlot: UInt32 = 10
  /// `value` is a classmethod or staticmethod of the class; `payload` as for classValue.
  static let methodKind: UInt32 = 9
}

typealias SitePointer = UnsafeMutablePointer<MoltSite>

/// The entry of a site that serves values of a type.
@inline(__always) private func way(_ site: SitePointer, _ type: TypePointer) -> SitePointer {
  site + Int(type.pointee.version & UInt32(MOLT_SITE_WAYS - 1))
}

@inline(__always) private func word(_ value: Value, _ offset: Int64) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(value.object) + Int(truncatingIfNeeded: offset)).assumingMemoryBound(to: Value.self)
}

/// Whether the instance's own dict (at offset `payload`, 0: none) has no attribute of that name.
@inline(__always) private func isNotHidden(_ value: Value, _ payload: Int64, _ name: Value) -> Bool {
  if payload == 0 { return true }
  let dict = word(value, payload).pointee
  return dict.isNull || dictGetName(dict, name).isNull
}

// -----------------------------------------------------------------------------------------------------------------
// load

@c(molt_get_attribute) func molt_get_attribute(_ value: Value, _ name: Value, _ site: SitePointer) -> Value {
  let site = way(site, typeOf(value))
  if value.isObject {
    let type = value.object.pointee.type!
    if type.pointee.version == site.pointee.version {
      var missed = false
      let result = loadCached(value, name, site, &missed)
      if !missed { return result }
    } else if site.pointee.kind == SiteKind.typeValue && isCachedType(value, type, site) {
      return retained(site.pointee.value)
    }
  }
  return getAttributeFilling(value, name, site)
}

/// The attribute by way of a cache whose version is that of the value's type.
@inline(__always)
private func loadCached(_ value: Value, _ name: Value, _ site: SitePointer, _ missed: inout Bool) -> Value {
  switch site.pointee.kind {
  case SiteKind.slot:
    let item = word(value, site.pointee.payload).pointee
    if !item.isNull { return retained(item) }
  case SiteKind.floatSlot:
    let item = floatSlotValue(value, typeOf(value), Int(truncatingIfNeeded: site.pointee.payload))
    if !item.isNull { return item }
  case SiteKind.instanceDict:
    let dict = word(value, site.pointee.payload).pointee
    if !dict.isNull {
      let item = dictGetName(dict, name)
      if !item.isNull { return retained(item) }
    }
  case SiteKind.classValue:
    if isNotHidden(value, site.pointee.payload, name) { return retained(site.pointee.value) }
  case SiteKind.method:
    if isNotHidden(value, site.pointee.payload, name) {
      if site.pointee.value.object.pointee.type == Types.function { return newMethod(site.pointee.value, value) }
      return newBuiltin(site.pointee.value.pointer(MethodDescriptor.self).pointee.native, self: value, module: .null)
    }
  case SiteKind.moduleSlot:
    if site.pointee.value == value {
      let item = value.pointer(MoltModule.self).pointee.slots[Int(site.pointee.payload)]
      if !item.isNull { return retained(item) }
    }
  case SiteKind.property:
    if !site.pointee.value.pointer(PropertyObject.self).pointee.getter.isNull { return callGetter(value, name, site) }
  case SiteKind.getset: return site.pointee.value.pointer(GetSetDescriptor.self).pointee.get(value)
  case SiteKind.computedMember:
    return site.pointee.value.pointer(MemberDescriptor.self).pointee.get.unsafelyUnwrapped(value)
  default: break
  }
  missed = true
  return .null
}

/// The value in the attribute slot that `name` means for this value, borrowed; null where it is anything else. The site
/// knows the slot afterwards.
@c(molt_peek_attribute) func molt_peek_attribute(_ value: Value, _ name: Value, _ site: SitePointer) -> Value {
  let site = way(site, typeOf(value))
  if !value.isObject { return .null }
  let isKnown = value.object.pointee.type.pointee.version == site.pointee.version
  if !isKnown || site.pointee.kind != SiteKind.slot && site.pointee.kind != SiteKind.floatSlot {
    if !refill(site, value, name) { return .null }
  }
  switch site.pointee.kind {
  case SiteKind.slot: return word(value, site.pointee.payload).pointee
  case SiteKind.floatSlot:
    return floatSlotValue(value, typeOf(value), Int(truncatingIfNeeded: site.pointee.payload))
  default: return .null
  }
}

@inline(__always) private func isCachedType(_ value: Value, _ type: TypePointer, _ site: SitePointer) -> Bool {
  type.pointee.flags & UInt32(MOLT_TYPE_TYPE) != 0 && asType(value).pointee.version == site.pointee.version
    && Int64(type.pointee.version) == site.pointee.payload
}

private func callGetter(_ value: Value, _ name: Value, _ site: SitePointer) -> Value {
  let getter = retained(site.pointee.value.pointer(PropertyObject.self).pointee.getter)
  let result = call1(getter, value)
  release(getter)
  if result.isNull { attachAttributeErrorContext(value, name) }
  return result
}

@inline(never) private func getAttributeFilling(_ value: Value, _ name: Value, _ site: SitePointer) -> Value {
  if refill(site, value, name) {
    var missed = false
    let result = loadCached(value, name, site, &missed)
    if !missed { return result }
  }
  return getInternedAttribute(value, name)
}

@inline(__always) private func cacheIndex(_ version: UInt32, _ name: Value) -> Int {
  (Int(truncatingIfNeeded: name.bits >> 4) &+ Int(version) &* 31) & (Int(MOLT_SITE_CACHE_SIZE) &- 1)
}

/// Fills a load or call site for a value of another type than before: from what was learnt about the type and name,
/// else by looking it up. True if the site now has the version of the value's type.
@inline(__always) private func refill(_ site: SitePointer, _ value: Value, _ name: Value) -> Bool {
  let type = typeOf(value)
  let version = type.pointee.version
  if version == 0 || site.pointee.version != version {
    let entry = molt_load_cache_entry(cacheIndex(version, name))!
    if version != 0 && entry.pointee.site.version == version && entry.pointee.name == name.bits {
      site.pointee = entry.pointee.site
      return true
    }
    fill(site, value, name)
    let now = type.pointee.version
    if now == 0 || site.pointee.version != now { return false }
    if type != Types.module {
      molt_load_cache_entry(cacheIndex(now, name)).pointee = MoltSiteCacheEntry(name: name.bits, site: site.pointee)
    }
    return true
  }
  // The cache is for this type but does not help this value.
  fill(site, value, name)
  return false
}

private func set(_ site: SitePointer, _ version: UInt32, _ kind: UInt32, _ payload: Int64, _ value: Value) {
  site.pointee = MoltSite(version: version, kind: kind, payload: payload, value: value)
}

/// A load site for an attribute slot.
private func setSlot(_ site: SitePointer, _ type: TypePointer, _ index: Int) {
  let version = type.pointee.version
  if isFloatSlot(type, index) { return set(site, version, SiteKind.floatSlot, Int64(index), .null) }
  set(site, version, SiteKind.slot, Int64(type.pointee.slotOffset) + Int64(index) * 8, .null)
}

/// Fills a load or call site with what is known about `name` in values like this one.
private func fill(_ site: SitePointer, _ value: Value, _ name: Value) {
  let type = typeOf(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_TYPE) != 0 {
    fillForType(site, value, type, name)
    return
  }
  if type == Types.module {
    fillForModule(site, value, name)
    return
  }
  if type.pointee.flags & UInt32(MOLT_TYPE_PLAIN_GETATTR) == 0 || !assignVersion(type) { return }
  let version = type.pointee.version
  let attribute = lookupInType(type, name)
  if !isRemembered(type, name) { return }
  let index = slotIndex(type, name)
  let dictOffset = Int64(Int32(bitPattern: type.pointee.dictOffset))
  if attribute.isNull {
    if index >= 0 && shape(of: value) != Shape.dictMode {
      setSlot(site, type, index)
    } else if dictOffset > 0 {
      set(site, version, SiteKind.instanceDict, dictOffset, .null)
    }
    return
  }
  let kind = typeOf(attribute)
  if kind.pointee.descriptorSet != nil {
    let offset = memberOffset(attribute, in: type)
    if offset >= 0 {
      set(site, version, SiteKind.slot, Int64(offset), .null)
    } else if kind == Types.property && !attribute.pointer(PropertyObject.self).pointee.getter.isNull {
      set(site, version, SiteKind.property, 0, attribute)
    } else if kind == Types.memberDescriptor && value.isObject
      && isComputedMember(attribute, of: type)
    {
      set(site, version, SiteKind.computedMember, 0, attribute)
    } else if kind == Types.getsetDescriptor && value.isObject
      && isSubtype(type, attribute.pointer(GetSetDescriptor.self).pointee.owner)
    {
      set(site, version, SiteKind.getset, 0, attribute)
    }
    return
  }
  if index >= 0 {
    // A class attribute that instances usually hide.
    if shape(of: value) != Shape.dictMode && !slotValue(value, type, index).isNull { setSlot(site, type, index) }
    return
  }
  if dictOffset < 0 { return }
  if kind == Types.function || kind == Types.methodDescriptor && isMethod(attribute, of: type) {
    set(site, version, SiteKind.method, dictOffset, attribute)
  } else if kind == Types.classmethod || kind == Types.staticmethod {
    set(site, version, SiteKind.methodKind, dictOffset, attribute)
  } else if kind.pointee.descriptorGet == nil {
    set(site, version, SiteKind.classValue, dictOffset, attribute)
  }
}

/// Whether a method descriptor takes instances of the type.
private func isMethod(_ descriptor: Value, of type: TypePointer) -> Bool {
  guard let owner = descriptor.pointer(MethodDescriptor.self).pointee.native.pointee.owner else { return false }
  return isSubtype(type, owner)
}

private func fillForType(_ site: SitePointer, _ value: Value, _ meta: TypePointer, _ name: Value) {
  let own = unsafeBitCast(meta.pointee.getAttribute, to: Int.self)
  if own != unsafeBitCast(Types.type.pointee.getAttribute, to: Int.self) || !assignVersion(meta) { return }
  let metaAttribute = lookupInType(meta, name)
  if !isRemembered(meta, name) { return }
  if !metaAttribute.isNull && typeOf(metaAttribute).pointee.descriptorSet != nil { return }
  let type = asType(value)
  if isVolatile(type, name) || !assignVersion(type) { return }
  let attribute = lookupInType(type, name)
  if attribute.isNull || !isRemembered(type, name) { return }
  let kind = typeOf(attribute)
  // Functions are themselves on the class; other descriptors have to be asked each time.
  if kind.pointee.descriptorGet == nil || kind == Types.function {
    set(site, type.pointee.version, SiteKind.typeValue, Int64(meta.pointee.version), attribute)
  } else if kind == Types.staticmethod {
    set(
      site, type.pointee.version, SiteKind.typeValue, Int64(meta.pointee.version),
      attribute.pointer(MethodKind.self).pointee.callable)
  }
}

private func fillForModule(_ site: SitePointer, _ value: Value, _ name: Value) {
  if !assignVersion(Types.module) || !lookupInType(Types.module, name).isNull { return }
  let module = value.pointer(MoltModule.self)
  for index in 0..<module.pointee.slotCount where module.pointee.slotNames[index] == name {
    set(site, Types.module.pointee.version, SiteKind.moduleSlot, Int64(index), value)
    return
  }
}

// ----------------------------------------------------------------------------------------------------------------
// store

/// A store site's kinds: floatSlot, slot (payload: byte offset in the low half, slot index above; index -1 for a member).
@c(molt_set_attribute)
func molt_set_attribute(_ value: Value, _ name: Value, _ item: Value, _ site: SitePointer) -> Int32 {
  let site = way(site, typeOf(value))
  if value.isObject, value.object.pointee.type.pointee.version == site.pointee.version,
    storeCached(value, name, item, site)
  {
    return 0
  }
  return setAttributeFilling(value, name, item, site)
}

/// Stores by way of a cache whose version is that of the value's type; false: it does not help this value.
@inline(__always)
private func storeCached(_ value: Value, _ name: Value, _ item: Value, _ site: SitePointer) -> Bool {
  let payload = site.pointee.payload
  switch site.pointee.kind {
  case SiteKind.floatSlot:
    if !item.isFloat { return false }
    let (type, index) = (typeOf(value), Int(truncatingIfNeeded: payload))
    if shape(of: value) == UInt32(truncatingIfNeeded: payload) {
      value.object.pointee.aux &+= 1
    } else if !isSlotSet(type, shape(of: value), index) {
      return false
    }
    storeFloat(attributeSlots(value, type) + index, item)
    return true
  case SiteKind.slot:
    let slot = word(value, payload & 0xffff_ffff)
    let old = slot.pointee
    if !old.isNull {
      slot.pointee = retained(item)
      release(old)
      return true
    }
    // The usual order: each slot in turn.
    let index = UInt32(truncatingIfNeeded: payload >> 32)
    if value.object.pointee.aux & Shape.mask == index {
      value.object.pointee.aux &+= 1
      slot.pointee = retained(item)
      return true
    }
    if index == UInt32.max {
      slot.pointee = retained(item)
      return true
    }
  case SiteKind.instanceDict:
    let dict = word(value, payload).pointee
    if !dict.isNull {
      dictSetName(dict, name, item)
      return true
    }
  default: break
  }
  return false
}

@inline(never)
private func setAttributeFilling(_ value: Value, _ name: Value, _ item: Value, _ site: SitePointer) -> Int32 {
  if !value.isObject { return setInternedAttribute(value, name, item) }
  let type = value.object.pointee.type!
  let version = type.pointee.version
  if version != 0 && site.pointee.version != version {
    let entry = molt_store_cache_entry(cacheIndex(version, name))!
    if entry.pointee.site.version == version && entry.pointee.name == name.bits {
      site.pointee = entry.pointee.site
      if storeCached(value, name, item, site) { return 0 }
      return setInternedAttribute(value, name, item)
    }
  }
  fillStore(site, value, name)
  let now = type.pointee.version
  if now != 0 && site.pointee.version == now {
    molt_store_cache_entry(cacheIndex(now, name)).pointee = MoltSiteCacheEntry(name: name.bits, site: site.pointee)
  }
  return setInternedAttribute(value, name, item)
}

private func fillStore(_ site: SitePointer, _ value: Value, _ name: Value) {
  let type = typeOf(value)
  guard value.isObject, let setter = type.pointee.setAttribute,
    unsafeBitCast(setter, to: Int.self) == unsafeBitCast(Types.object.pointee.setAttribute, to: Int.self),
    assignVersion(type)
  else { return }
  let version = type.pointee.version
  let attribute = lookupInType(type, name)
  if !isRemembered(type, name) { return }
  if !attribute.isNull && typeOf(attribute).pointee.descriptorSet != nil {
    let offset = memberOffset(attribute, in: type, writable: true)
    if offset >= 0 { set(site, version, SiteKind.slot, Int64(offset) | Int64(UInt32.max) << 32, .null) }
    return
  }
  let index = slotIndex(type, name)
  if index >= 0 && shape(of: value) != Shape.dictMode {
    let offset = Int64(type.pointee.slotOffset) + Int64(index) * 8
    if isFloatSlot(type, index) { return set(site, version, SiteKind.floatSlot, Int64(index), .null) }
    set(site, version, SiteKind.slot, offset | Int64(index) << 32, .null)
  } else if Int32(bitPattern: type.pointee.dictOffset) > 0 && (index < 0 || shape(of: value) == Shape.dictMode)
    && type.pointee.slotCount == 0
  {
    set(site, version, SiteKind.instanceDict, Int64(type.pointee.dictOffset), .null)
  }
}

@c(molt_delete_attribute) func molt_delete_attribute(_ value: Value, _ name: Value) -> Int32 {
  setInternedAttribute(value, name, .null)
}

// --------------------------------------------------------------------------------------------------------- method
// calls

/// object.name(args…). args[-1] is scratch: the object goes there, so that a function gets its arguments in place.
@c(molt_call_method)
func molt_call_method(
  _ value: Value, _ name: Value, _ args: UnsafeMutablePointer<Value>, _ count: Int32, _ names: Value,
  _ site: SitePointer
) -> Value {
  let site = way(site, typeOf(value))
  let type = typeOf(value)
  if type.pointee.version == site.pointee.version {
    var missed = false
    let result = callCached(value, type, name, args, count, names, site, &missed)
    if !missed { return result }
  } else if site.pointee.kind == SiteKind.typeValue && value.isObject && isCachedType(value, type, site) {
    return callRetained(site.pointee.value, args, count, names)
  }
  return callMethodFilling(value, name, args, count, names, site)
}

/// Calls by way of a cache whose version is that of the value's type.
@inline(__always)
private func callCached(
  _ value: Value, _ type: TypePointer, _ name: Value, _ args: UnsafeMutablePointer<Value>, _ count: Int32,
  _ names: Value, _ site: SitePointer, _ missed: inout Bool
) -> Value {
  switch site.pointee.kind {
  case SiteKind.method:
    if isNotHidden(value, site.pointee.payload, name) {
      let function = site.pointee.value
      if function.object.pointee.type == Types.methodDescriptor && names.isNull {
        // The description of a native method outlives the descriptor.
        let native = function.pointer(MethodDescriptor.self).pointee.native
        if native.pointee.parameters.isNull && native.pointee.minimum <= count && count <= native.pointee.maximum {
          return native.pointee.body(value, args, count, .null)
        }
      }
      args[-1] = value
      retain(function)
      let result =
        function.object.pointee.type == Types.function
        ? callFunction(function, args - 1, count &+ 1, names)
        : callMethodDescriptor(function, args - 1, count &+ 1, names)
      release(function)
      return result
    }
  case SiteKind.moduleSlot:
    if site.pointee.value == value {
      let function = value.pointer(MoltModule.self).pointee.slots[Int(site.pointee.payload)]
      if !function.isNull { return callRetained(function, args, count, names) }
    }
  case SiteKind.methodKind:
    if isNotHidden(value, site.pointee.payload, name) {
      let callable = site.pointee.value.pointer(MethodKind.self).pointee.callable
      if site.pointee.value.object.pointee.type == Types.staticmethod {
        return callRetained(callable, args, count, names)
      }
      if typeOf(callable) == Types.function {
        args[-1] = Value(type)
        return callRetained(callable, args - 1, count &+ 1, names)
      }
    }
  case SiteKind.slot:
    let function = word(value, site.pointee.payload).pointee
    if !function.isNull { return callRetained(function, args, count, names) }
  default: break
  }
  missed = true
  return .null
}

@inline(__always)
private func callRetained(_ callee: Value, _ args: Arguments, _ count: Int32, _ names: Value) -> Value {
  retain(callee)
  let result =
    callee.isObject && callee.object.pointee.type == Types.function
    ? callFunction(callee, args, count, names) : callValue(callee, args, count, names)
  release(callee)
  return result
}

@inline(never)
private func callMethodFilling(
  _ value: Value, _ name: Value, _ args: UnsafeMutablePointer<Value>, _ count: Int32, _ names: Value,
  _ site: SitePointer
) -> Value {
  let type = typeOf(value)
  if type == Types.super {
    let attribute = superSearch(value, name)
    if !attribute.isNull, typeOf(attribute).pointee.flags & UInt32(MOLT_TYPE_METHOD_LIKE) != 0 {
      let receiver = superReceiver(value)
      if receiver.isNull { return callRetained(attribute, args, count, names) }
      args[-1] = receiver
      return callRetained(attribute, args - 1, count &+ 1, names)
    }
  } else if refill(site, value, name) {
    var missed = false
    let result = callCached(value, type, name, args, count, names, site, &missed)
    if !missed { return result }
  }
  args[-1] = value
  return callMethodWithSelf(args - 1, count, names, name, &TracebackPlace.isAttribute)
}

/// The callable and the object to pass first (both owned), or null where the callable is bound already.
@c(molt_load_method)
func molt_load_method(
  _ value: Value, _ name: Value, _ site: SitePointer, _ results: UnsafeMutablePointer<Value>
) -> Int32 {
  let site = way(site, typeOf(value))
  let type = typeOf(value)
  if type.pointee.version != site.pointee.version || site.pointee.kind != SiteKind.method {
    if type != Types.super { _ = refill(site, value, name) }
  }
  if type.pointee.version == site.pointee.version && site.pointee.kind == SiteKind.method
    && isNotHidden(value, site.pointee.payload, name)
  {
    results[0] = retained(site.pointee.value)
    results[1] = retained(value)
    return 0
  }
  results[0] = getInternedAttribute(value, name)
  results[1] = .null
  return results[0].isNull ? -1 : 0
}

/// The function or method descriptor that `name` would bind to this value, borrowed; null where it is anything else. The
/// site knows it afterwards.
@c(molt_peek_method) func molt_peek_method(_ value: Value, _ name: Value, _ site: SitePointer) -> Value {
  let type = typeOf(value)
  if type == Types.super { return .null }
  let site = way(site, type)
  if type.pointee.version != site.pointee.version || site.pointee.kind != SiteKind.method {
    if !refill(site, value, name) || site.pointee.kind != SiteKind.method { return .null }
  }
  return isNotHidden(value, site.pointee.payload, name) ? site.pointee.value : .null
}

/// Where instances of the value's class keep the dict that could hide the method `name`, if that is this function; else 0.
func boundMethodDict(_ value: Value, _ name: Value, _ function: Value) -> Int64 {
  var site = MoltSite()
  if typeOf(value) == Types.super || !refill(&site, value, name) || site.kind != SiteKind.method { return 0 }
  return site.value == function && isNotHidden(value, site.payload, name) ? site.payload : 0
}

@c(molt_truth) func molt_truth(_ value: Value) -> Int32 { truthOf(value) }
