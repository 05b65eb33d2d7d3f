package satisfaction

import "math"

// MeasurementInterval returns how far another set of questions of the kind could have put one guest's score: the score with
// the standard error of measurement of classical test theory, which grows as fewer questions are answered. It says nothing
// of other guests: for the mean of many see [MeanInterval].
//
//	score ± z SD √((1-α) / answered)
//
// The error of a mean of parallel questions has a variance in inverse proportion to their number, hence the share answered.
//
// Input: score within ±1e100; sd in [0, 1e100], the standard deviation of the scores of all guests; alpha in [0, 1], the
// reliability of complete answers, such as [Alpha].Value; answered in (0, 1e15], the share of the questions that the guest
// answered, by weight as in [Score].Answered, summed over the questionnaires where the score is of several; level in
// (0, 1). The ends may lie beyond those of the scale.
// Errors: a [*hotelcrm.ParamError]; an alpha below 0 says that the questions measure nothing together.
// Source: F. M. Lord and M. R. Novick (1968), Statistical Theories of Mental Test Scores, for SD √(1-α).
func MeasurementInterval(score, sd, alpha, answered, level float64) (Interval, error) {
	err := firstError(checkWithin("score", score, -maxNumber, maxNumber), checkWithin("sd", sd, 0, maxNumber), checkWithin("alpha", alpha, 0, 1),
		checkWithin("answered", answered, 1/maxNumber, maxCount), checkLevel(level))
	if err != nil {
		return Interval{}, err
	}
	half := float64(quantileZ(level) * sd * math.Sqrt((1-alpha)/answered))
	return Interval{score - half, score + half, level, Measurement}, nil
}
