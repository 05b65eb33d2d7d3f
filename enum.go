package hotelcrm

import "github.com/hotelcrm/hotelcrm/internal/enum"

func parseEnum[T ~uint8](names enum.Names, param, text string) (T, error) {
	return enum.Parse[T](names, param, text, refuse)
}

func marshalEnum[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	return enum.Marshal(names, param, v, refuse)
}

func unmarshalEnum[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	return enum.Unmarshal(names, param, text, to, refuse)
}
