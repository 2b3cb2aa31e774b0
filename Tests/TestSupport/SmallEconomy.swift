/// An economy of two regions with two sectors each, as a folder.
package let smallEconomy: [String: String] = [
  "economy.csv": "key,value\nname,Small\nyear,2020\nunit,million USD\n",
  "Z.csv": ",A_x,A_y,B_x,B_y\nA_x,10,5,1,0\nA_y,4,20,2,3\nB_x,0,1,8,6\nB_y,2,2,4,12\n",
  "Y.csv": ",A_HFCE,A_GFCF,B_HFCE\nA_x,20,10,4\nA_y,30,5,6\nB_x,2,3,30\nB_y,1,4,25\n",
]
