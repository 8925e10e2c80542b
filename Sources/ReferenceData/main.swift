print("ReferenceData")
