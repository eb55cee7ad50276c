import BriefSource

/// Where the characters of a prompt and a line stand on a screen, as libedit draws them.
struct EditorLayout {
  /// A cell of the screen, from 0, counted from where the prompt begins.
  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  /// The columns of the screen.
  let columns: Int

  init(columns: Int) { self.columns = max(2, columns) }

  /// Where the cursor stands after `scalars`.
  func end(of scalars: some Sequence<Unicode.Scalar>) -> Position {
    var position = Position()
    for scalar in scalars {
      switch scalar {
      case "\n":
        position.row += 1
        position.column = 0
      case "\t":
        repeat { advance(&position, by: 1) } while position.column % 8 != 0
      default:
        advance(&position, by: Self.cells(of: scalar))
      }
    }
    return position
  }

  private func advance(_ position: inout Position, by cells: Int) {
    if position.column + cells > columns {
      position.row += 1
      position.column = 0
    }
    position.column += cells
    if position.column >= columns {
      position.row += 1
      position.column = 0
    }
  }

  private static func cells(of scalar: Unicode.Scalar) -> Int {
    // A control character is drawn as ^X.
    scalar.value < 0x20 || scalar.value == 0x7F ? 2 : DisplayText.width(scalar)
  }
}
