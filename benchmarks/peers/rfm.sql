-- RFM scores and segments with SQLite's NTILE. In the shell: sqlite3 :memory: < rfm.sql, in the folder of stays.csv.
.mode csv
CREATE TABLE stays (guest_id TEXT, check_out TEXT, amount REAL);
.import --skip 1 stays.csv stays
.headers on
.separator "," "\n"
.once guests_sqlite.csv
WITH guests AS (
	SELECT guest_id, max(check_out) AS last, count(*) AS frequency, sum(amount) AS monetary
	FROM stays GROUP BY guest_id
), scored AS (
	SELECT *,
		ntile(5) OVER (ORDER BY last, guest_id) AS r,
		ntile(5) OVER (ORDER BY frequency, guest_id) AS f,
		ntile(5) OVER (ORDER BY monetary, guest_id) AS m
	FROM guests
)
SELECT guest_id AS guest, CAST(julianday('2026-01-01') - julianday(last) AS INTEGER) AS recency, frequency,
	printf('%.2f', monetary) AS monetary, r, f, m,
	CASE
		WHEN r = 5 AND f = 5 AND m = 5 THEN 'champions'
		WHEN r >= 3 AND f >= 3 AND m >= 2 THEN 'potential-loyalist'
		WHEN r BETWEEN 2 AND 4 AND f BETWEEN 2 AND 4 AND m BETWEEN 2 AND 4 THEN 'loyal'
		WHEN r BETWEEN 3 AND 4 AND f <= 3 AND m >= 3 THEN 'promising'
		WHEN r >= 4 AND f <= 3 THEN 'new'
		WHEN r <= 2 AND f BETWEEN 3 AND 4 AND m >= 4 THEN 'cant-lose'
		WHEN r <= 2 AND f >= 2 AND m >= 4 THEN 'at-risk'
		WHEN r <= 3 AND f >= 3 AND m >= 3 THEN 'need-attention'
		WHEN r BETWEEN 2 AND 3 AND f <= 3 AND m <= 4 THEN 'about-to-sleep'
		WHEN r = 1 THEN 'lost'
		ELSE 'others'
	END AS segment
FROM scored ORDER BY guest_id;
