package satisfaction

import "github.com/shopspring/decimal"

// HotelTree returns the thesis's tree of overall guest satisfaction, 5 factors with 24 questions, on the ladder 10 / 8 /
// 6 / 4 / 2. All weights are equal, within the root and within each factor: the thesis prints none, and the hotel sets
// its own by [Tree.Reweigh].
//
// Source: Gong (2009), table 3-1. The table survives without its row lines, so the edges between the factors are a
// reading; the tree is data, to be changed.
func HotelTree() Tree {
	levels := fiveWords()
	for i := range levels {
		levels[i].Points = decimal.NewFromInt(int64(10 - 2*i))
	}
	return Tree{
		Version: Version, ID: "hotel", Revision: 1, Source: "Gong (2009), table 3-1",
		Scales: []Scale{{ID: "ladder", Levels: levels, Low: decimal.NewFromInt(2), High: decimal.NewFromInt(10)}},
		Root: Node{
			ID: "overall", Label: "overall guest satisfaction", LabelZH: "客户总体满意度",
			Children: []Node{environment(), hardware(), service(), staff(), spend()},
		},
	}
}

func environment() Node {
	return equal("environment", "perception of the hotel's environment", "客户对酒店环境的感知", [][3]string{
		{"location", "geographical location of the hotel", "客户对酒店所处的地理位置的评价"},
		{"nearby_transport", "transport around the hotel", "客户对酒店周边交通环境的评价"},
		{"building_layout", "building and layout", "客户对酒店建筑、布局的评价"},
	})
}

func hardware() Node {
	return equal("hardware", "perception of the hotel's facilities", "客户对酒店硬件设施的感知", [][3]string{
		{"room_facilities", "room facilities (bathroom, telephone, air conditioning, broadband and so on)", "客户对酒店客房设施(卫生间、电话、空调、宽带等)的评价"},
		{"room_design", "room design (arrangement of fittings, colour scheme and so on)", "客户对酒店客房设计(设施布局、色彩搭配等)的评价"},
		{"restaurant_facilities", "restaurant facilities", "客户对酒店餐厅设施的评价"},
		{"meeting_facilities", "meeting-hall facilities", "客户对酒店会议厅设施的评价"},
		{"entertainment_facilities", "entertainment facilities (bar, disco, gym, chess and cards and so on)", "客户对吧台、迪厅、健身、棋牌等娱乐设施的评价"},
		{"parking", "car park", "客户对酒店停车场的评价"},
		{"greenery", "greenery", "客户对酒店绿化环境的评价"},
		{"safety_facilities", "safety facilities", "客户对酒店安全设施的评价"},
	})
}

func service() Node {
	return equal("service", "perception of the hotel's services", "客户对酒店服务的感知", [][3]string{
		{"front_desk", "front desk: enquiries, messages, booking, reception", "客户对前台咨询、留言、预订、接待的评价"},
		{"room_service", "room service", "客户对于客房服务的评价"},
		{"restaurant_service_food", "restaurant service and quality of the food", "客户对于餐厅服务以及饭菜质量的评价"},
		{"entertainment_service", "service at the entertainment venues", "客户对于娱乐场所的服务的评价"},
		{"business_service", "business services (communications, translation, tickets and so on)", "客户对酒店商务服务(通讯、翻译以及票务等)的评价"},
		{"personalised_service", "personalised service", "客户对于酒店个性化服务的评价"},
		{"emergency_handling", "handling of emergencies and sudden events", "客户对于酒店对紧急或突发事件处理的评价"},
		{"complaint_handling", "handling of complaints: method, speed and outcome", "客户对酒店处理投诉或抱怨的方法、效率和结果的评价"},
	})
}

func staff() Node {
	return equal("staff", "perception of the hotel's staff", "客户对酒店工作人员的感知", [][3]string{
		{"hotline_staff", "attitude and service quality of the hotline staff", "客户对于热线咨询人员服务态度和服务质量的评价"},
		{"service_staff", "attitude and service quality of the service staff", "客户对于酒店服务人员服务态度和服务质量的评价"},
		{"staff_overall_quality", "overall calibre of the staff", "客户对酒店工作人员整体素质的评价"},
	})
}

func spend() Node {
	return equal("spend", "perception of spend", "客户对消费的感知", [][3]string{
		{"actual_vs_expected_spend", "actual spend compared with expected spend", "客户实际消费与预计消费比较"},
		{"spend_vs_service_received", "own spend weighed against the service received", "客户对于自己的消费与所接受的服务的衡量"},
	})
}

// equal returns a factor whose questions weigh the same.
func equal(id, label, labelZH string, questions [][3]string) Node {
	n := Node{ID: id, Label: label, LabelZH: labelZH, Parts: 1}
	for _, q := range questions {
		n.Children = append(n.Children, Node{ID: q[0], Label: q[1], LabelZH: q[2], Parts: 1})
	}
	return n
}
