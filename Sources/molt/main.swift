import MoltDriver

DriverMain.main()
