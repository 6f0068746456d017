# H2v<Ew8
