package editor

import (
	"context"

	"frontdesk/internal/models"
)

// askFile asks for the file to read the directory from, or to write it into.
func (s *editorState) askFile(export bool) {
	if s.spot == editorForm || !s.permitted() {
		s.changed()
		return
	}
	s.spot, s.export, s.faults = editorFile, export, nil
	if s.file == "" {
		s.file = s.port.File()
	}
	s.changed()
}

// useFile reads the file into the draft and shows what it would change, or
// writes the directory in use.
func (s *editorState) useFile() {
	path := s.file
	if s.export {
		s.do(func(ctx context.Context) error { return s.port.Export(ctx, path) }, func() {
			s.spot, s.said = editorList, models.Say("editor.exported", path)
		})
		return
	}
	var draft Draft
	s.do(func(ctx context.Context) (err error) {
		draft, s.faults, err = s.port.Import(ctx, path)
		return err
	}, func() {
		if len(s.faults) > 0 {
			return
		}
		s.draft, s.spot = draft, editorPreview
		s.settle()
	})
}
