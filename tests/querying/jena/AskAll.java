import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFDataMgr;

/** Asks Apache Jena every query of a list: a line has a query file, a file for the answer (JSON), and data files. */
public class AskAll {
  public static void main(String[] arguments) throws Exception {
    Map<String, Dataset> loaded = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] parts = line.split("\t", 3);
      Dataset dataset = loaded.computeIfAbsent(parts[2], AskAll::load);
      String text = Files.readString(Path.of(parts[0]));
      try (QueryExecution execution = QueryExecutionFactory.create(text, dataset);
          OutputStream out = new FileOutputStream(parts[1])) {
        ResultSetFormatter.outputAsJSON(out, execution.execSelect());
      }
    }
  }

  private static Dataset load(String files) {
    Dataset dataset = DatasetFactory.create();
    for (String file : List.of(files.split("\t"))) {
      RDFDataMgr.read(dataset, file);
    }
    return dataset;
  }
}
