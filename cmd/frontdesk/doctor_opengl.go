package main

import (
	"fmt"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"

	"frontdesk/internal/models"
)

// printOpenGL opens a window that nobody sees, as the toolkit does, and tells
// the version of its OpenGL. Errors: KindFault when there is none.
func printOpenGL() error {
	if err := glfw.Init(); err != nil {
		return models.Fault(err, "doctor.opengl.none")
	}
	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	window, err := glfw.CreateWindow(64, 64, "frontdesk", nil, nil)
	if err != nil {
		return models.Fault(err, "doctor.opengl.none")
	}
	window.MakeContextCurrent()
	if err := gl.Init(); err != nil {
		return models.Fault(err, "doctor.opengl.none")
	}
	return say(fmt.Sprintln(gl.GoStr(gl.GetString(gl.VERSION))))
}
