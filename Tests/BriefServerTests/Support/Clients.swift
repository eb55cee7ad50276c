/// What real clients send at the start, shortened where they repeat themselves.
enum Clients {
  /// The parameters of `initialize` as the client library of Visual Studio Code sends them.
  static let code = #"""
    {
      "processId": 48213,
      "clientInfo": {"name": "Visual Studio Code", "version": "1.96.2"},
      "locale": "en",
      "rootPath": "/srv/desk/briefings",
      "rootUri": "file:///srv/desk/briefings",
      "capabilities": {
        "workspace": {
          "applyEdit": true,
          "workspaceEdit": {
            "documentChanges": true,
            "resourceOperations": ["create", "rename", "delete"],
            "failureHandling": "textOnlyTransactional",
            "normalizesLineEndings": true,
            "changeAnnotationSupport": {"groupsOnLabel": true}
          },
          "configuration": true,
          "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
          "symbol": {
            "dynamicRegistration": true,
            "symbolKind": {"valueSet": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]},
            "tagSupport": {"valueSet": [1]},
            "resolveSupport": {"properties": ["location.range"]}
          },
          "workspaceFolders": true,
          "semanticTokens": {"refreshSupport": true},
          "diagnostics": {"refreshSupport": true}
        },
        "textDocument": {
          "publishDiagnostics": {
            "relatedInformation": true,
            "versionSupport": false,
            "tagSupport": {"valueSet": [1, 2]},
            "codeDescriptionSupport": true,
            "dataSupport": true
          },
          "synchronization": {
            "dynamicRegistration": true,
            "willSave": true,
            "willSaveWaitUntil": true,
            "didSave": true
          },
          "completion": {
            "dynamicRegistration": true,
            "contextSupport": true,
            "completionItem": {
              "snippetSupport": true,
              "commitCharactersSupport": true,
              "documentationFormat": ["markdown", "plaintext"],
              "deprecatedSupport": true,
              "insertReplaceSupport": true,
              "labelDetailsSupport": true
            },
            "insertTextMode": 2
          },
          "hover": {"dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"]},
          "definition": {"dynamicRegistration": true, "linkSupport": true},
          "references": {"dynamicRegistration": true},
          "documentSymbol": {
            "dynamicRegistration": true,
            "symbolKind": {"valueSet": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]},
            "hierarchicalDocumentSymbolSupport": true,
            "tagSupport": {"valueSet": [1]},
            "labelSupport": true
          },
          "formatting": {"dynamicRegistration": true},
          "rename": {
            "dynamicRegistration": true,
            "prepareSupport": true,
            "prepareSupportDefaultBehavior": 1,
            "honorsChangeAnnotations": true
          }
        },
        "window": {
          "showMessage": {"messageActionItem": {"additionalPropertiesSupport": true}},
          "showDocument": {"support": true},
          "workDoneProgress": true
        },
        "general": {
          "staleRequestSupport": {
            "cancel": true,
            "retryOnContentModified": ["textDocument/semanticTokens/full"]
          },
          "regularExpressions": {"engine": "ECMAScript", "version": "ES2020"},
          "markdown": {"parser": "marked", "version": "1.1.0"},
          "positionEncodings": ["utf-16"]
        },
        "notebookDocument": {
          "synchronization": {"dynamicRegistration": true, "executionSummarySupport": true}
        }
      },
      "trace": "off",
      "workspaceFolders": [
        {"uri": "file:///srv/desk/briefings", "name": "briefings"}
      ]
    }
    """#

  /// The parameters of `initialize` as Neovim's built-in client sends them.
  static let neovim = #"""
    {
      "processId": 1207,
      "clientInfo": {"name": "Neovim", "version": "0.11.0"},
      "rootPath": null,
      "rootUri": null,
      "workspaceFolders": null,
      "workDoneToken": "1",
      "trace": "off",
      "capabilities": {
        "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
        "workspace": {
          "applyEdit": true,
          "configuration": true,
          "didChangeConfiguration": {"dynamicRegistration": false},
          "didChangeWatchedFiles": {"dynamicRegistration": false, "relativePatternSupport": true},
          "workspaceFolders": true
        },
        "textDocument": {
          "synchronization": {
            "dynamicRegistration": false,
            "willSave": true,
            "willSaveWaitUntil": true,
            "didSave": true
          },
          "completion": {
            "dynamicRegistration": false,
            "completionItem": {
              "snippetSupport": true,
              "documentationFormat": ["markdown", "plaintext"]
            },
            "contextSupport": true
          },
          "hover": {"dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"]},
          "documentSymbol": {
            "dynamicRegistration": false,
            "hierarchicalDocumentSymbolSupport": true
          },
          "publishDiagnostics": {
            "relatedInformation": true,
            "tagSupport": {"valueSet": [1, 2]},
            "dataSupport": true
          },
          "rename": {"dynamicRegistration": true, "prepareSupport": true}
        },
        "window": {
          "showMessage": {"messageActionItem": {"additionalPropertiesSupport": true}},
          "showDocument": {"support": true},
          "workDoneProgress": true
        }
      }
    }
    """#
}
