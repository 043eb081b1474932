// Package stagetest lets a test work one screen by keys, in a window of its own,
// at a desk that finds and offers like the real one and writes down what it was
// asked to record.
package stagetest
