@main struct Sonae { static func main() {} }
