import BriefSource

/// The names that a module gives to the script that uses it.
struct Module {
  let variables: [(name: String, binding: Environment.Binding)]
  let functions: [ScriptFunction]
}

extension Checker {
  /// Reads the module that `use` names, checks it, and makes its names known.
  mutating func check(_ use: Import, into statements: inout [Plan.Statement]) {
    requireTopLevel("use", use.range)
    guard let module = module(use, into: &statements) else { return }
    if let alias = use.alias {
      guard requireFree(alias) else { return }
      if environment[alias.text]?.place != nil {
        findings.report(.nameTaken("$" + alias.text, "a variable"), at: alias.range)
        return
      }
      environment.modules.insert(alias.text)
    }
    let prefix = use.alias.map { $0.text + "." } ?? ""
    for (name, binding) in module.variables {
      let name = prefix + name
      if environment[name]?.place != nil {
        findings.report(.nameTaken("$" + name, "a variable"), at: use.range)
      }
      environment.bind(name, binding)
    }
    for function in module.functions {
      let name = prefix + function.name
      if environment.functions[name]?.environment != nil || commands[name] != nil {
        findings.report(.nameTaken(name, "a function or command"), at: use.range)
      }
      environment.functions[name] = function.copy(name: name, environment: function.environment)
    }
  }

  private mutating func module(
    _ use: Import, into statements: inout [Plan.Statement]
  ) -> Module? {
    guard use.path.hasSuffix(".brief") else {
      findings.report(.noModule(use.path), at: use.range)
      return nil
    }
    let path = Self.path(of: use.path, besides: script.source.name)
    // One file is one module, however its path is written.
    let place = CanonicalPath(path)
    if let known = modules[place] {
      if known == nil { findings.report(.circularUse(use.path), at: use.range) }
      return known
    }
    guard moduleDepth < Parser.nestingLimit else {
      findings.report(.tooDeep, at: use.range)
      return nil
    }
    // A link that ends in `.brief` may lead to another kind of file.
    guard let name = place.components.last, name.hasSuffix(".brief") else {
      findings.report(
        .noModule(use.path, leadingTo: place.components.last ?? "/"), at: use.range)
      return nil
    }
    let source: Source
    do {
      source = try Source.script(at: path, noting: ledger, as: .module)
    } catch {
      findings.report(.unreadableModule(use.path, error.diagnostic.message), at: use.range)
      return nil
    }
    // While it is being read a module is known as `nil`.
    modules[place] = .some(nil)
    let parsed = Parser.parse(source)
    findings.add(parsed.findings)
    let outer = enter(parsed, Environment())
    probe = nil
    isModule = true
    moduleDepth += 1
    var planned: [Plan.Statement] = []
    for statement in parsed.statements where statement.givesNames {
      _ = check(statement, givesValue: false, into: &planned)
    }
    // One statement tells that the file was not meant as a module; the others would say the same.
    if let stranger = parsed.statements.first(where: { !$0.givesNames }) {
      findings.report(.notInModule, at: stranger.range)
    }
    let names = environment.names.filter {
      !$0.contains(".") && environment[$0]?.place?.source === source
    }
    let module = Module(
      variables: names.compactMap { name in environment[name].map { (name, $0) } },
      functions: parsed.statements.compactMap { statement in
        guard case .definition(let definition) = statement.kind else { return nil }
        return environment.functions[definition.name.text]
      })
    moduleDepth -= 1
    leave(to: outer)
    modules[place] = module
    if !planned.isEmpty { statements.append(.within(source, planned)) }
    return module
  }

  /// The path of a module that the script at `path` names, from where that script stands.
  private static func path(of module: String, besides path: String) -> String {
    guard !module.hasPrefix("/"), !path.hasPrefix("<"), let slash = path.lastIndex(of: "/") else {
      return module
    }
    return String(path[...slash]) + module
  }
}

extension Statement {
  /// Whether it may stand in a module.
  var givesNames: Bool {
    switch kind {
    case .edition, .broken, .use, .binding, .definition: true
    default: false
    }
  }
}
