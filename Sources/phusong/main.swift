print("phusong")
