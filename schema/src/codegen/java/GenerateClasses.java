public class GenerateClasses { public static void main(String[] a) {} }
