// One file of the list: its path, its size, its bytes. The size reads the file a second time,
// because C has no other way to ask for it inside an initialiser.
{
  FILE_PATH, sizeof((const unsigned char[]){
#embed FILE_PATH
  }),
  (const unsigned char[]){
#embed FILE_PATH
  },
},
#undef FILE_PATH
