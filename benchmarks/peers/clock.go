package main

import (
	"fmt"
	"syscall"
)

// clock counts the CPU seconds of the process, all threads together, user and system.
type clock struct{ last float64 }

// step prints what has gone by since the step before.
func (c *clock) step(name string) {
	now := cpu()
	fmt.Printf("step %s %.3f\n", name, now-c.last)
	c.last = now
}

func cpu() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return seconds(u.Utime) + seconds(u.Stime)
}

func seconds(t syscall.Timeval) float64 { return float64(t.Nano()) / 1e9 }

// figure prints a result that all programs should agree on.
func figure(name string, value any) {
	if x, ok := value.(float64); ok {
		value = fmt.Sprintf("%.10g", x)
	}
	fmt.Printf("figure %s %v\n", name, value)
}
