// A module of its own, so that programs can use it that are built without Testing.
@_exported import SeededRandom
