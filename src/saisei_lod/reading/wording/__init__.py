"""Tell what words are: dates, labels, column words, makers, schemes, titles, notes of files."""
