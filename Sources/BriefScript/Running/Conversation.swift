/// Something that goes on over several lines of a prompt, such as a lesson.
public protocol Conversation: AnyObject {
  /// What stands in the prompt before `> ` instead of the name of the program, if anything does.
  var prompt: String? { get }
  /// How many rows the terminal has, as far as that is known.
  var screenRows: Int { get set }
  /// Takes a line that was typed; whether it was meant for the conversation and is not to be run.
  func take(_ line: String) -> Bool
  /// Goes on after a line was run.
  func lineEnded(_ outcome: Engine.Outcome)
}
