package main

import "fmt"

// clock counts the CPU seconds of the process, all threads together, user and system.
type clock struct{ last float64 }

// step prints what has gone by since the step before.
func (c *clock) step(name string) {
	now := cpu()
	fmt.Printf("step %s %.3f\n", name, now-c.last)
	c.last = now
}

// figure prints a result that all programs should agree on.
func figure(name string, value any) {
	if x, ok := value.(float64); ok {
		value = fmt.Sprintf("%.10g", x)
	}
	fmt.Printf("figure %s %v\n", name, value)
}
