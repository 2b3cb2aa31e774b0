/// What can be wrong with the text of a scenario, one enumeration for each topic.
///
/// All cases carry the piece of text they are about, so that a message can quote it.
package enum ParseProblem {}
