package nightly

// mutant is a deliberate fault that the model test must find.
type mutant struct {
	name    string
	session string                // of every start
	file    string                // statement on each desk's file
	feed    func(s *station) Feed // in place of the store's
	engine  func(e *Engine)       // changes its parts
	centre  func(c *SQLCentre)    // changes its parts
}
