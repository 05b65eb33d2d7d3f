package main

import "syscall"

// cpu returns the seconds that the process has worked.
func cpu() float64 {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var begun, ended, system, user syscall.Filetime
	if syscall.GetProcessTimes(process, &begun, &ended, &system, &user) != nil {
		return 0
	}
	return seconds(user) + seconds(system)
}

// seconds reads a length of time: Filetime.Nanoseconds would take it for a date.
func seconds(t syscall.Filetime) float64 {
	return float64(uint64(t.HighDateTime)<<32|uint64(t.LowDateTime)) / 1e7
}
