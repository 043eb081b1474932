// Package reception is F1, "Penerimaan": what the visitor said, the papers, who
// she is, then the number.
//
// Read state.go and flow.go, then a pane after the other: purpose, papers,
// visitor, tickets; record_state.go writes down. screen.go paints it all.
package reception
