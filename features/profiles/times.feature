@profiles
Feature: Times that makers choose differently
  How long a meter waits for the next digit or the next code is the maker's choice. A help desk that knows it can say
  why the digits are gone.

  Rule: How long a code waits for the other differs by profile

    Scenario Outline: <pause> seconds between the codes on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And <pause> seconds pass
      And the customer keys in code 2
      Then the key revision is <revision>

      Examples:
        | profile    | pause | revision |
        | generic    | 80    | 2        |
        | landis-gyr | 80    | 2        |
        | generic    | 100   | 2        |
        | landis-gyr | 100   | 1        |
        | clou       | 590   | 2        |
        | clou       | 610   | 1        |
        | kplc-ciu   | 590   | 2        |
        | kplc-ciu   | 610   | 1        |
        | conlog     | 590   | 2        |
        | conlog     | 610   | 1        |

  Rule: A code that a power cut left waiting has its whole time again

    Scenario Outline: <pause> seconds after a power cut
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And 80 seconds pass
      And the mains fails
      And the mains returns
      And <pause> seconds pass
      And the customer keys in code 2
      Then the key revision is <revision>

      Examples:
        | pause | revision |
        | 80    | 2        |
        | 100   | 1        |

  Rule: The longest pause between two digits differs by profile

    Scenario Outline: <pause> seconds between two digits on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      When the customer presses "184"
      And <pause> seconds pass
      And the customer presses "4"
      Then the display shows "<digits>"

      Examples:
        | profile    | pause | digits |
        | generic    | 29    | 1844   |
        | generic    | 31    | 4      |
        | kplc-ciu   | 29    | 1844   |
        | kplc-ciu   | 31    | 4      |
        | clou       | 19    | 1844   |
        | clou       | 21    | 1 4    |
        | landis-gyr | 29    | 1844   |
        | landis-gyr | 31    | 4      |
        | conlog     | 29    | 1844   |
        | conlog     | 31    | 4      |

    Scenario: What one line says about an incomplete entry
      Given a meter with:
        | name    | value |
        | profile | clou  |
      When the customer presses "1844"
      And 21 seconds pass
      Then the display shows "Short"

  Rule: An answer gives way to the credit after three seconds

    Scenario Outline: Four seconds after a token on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And a 25.6 kWh credit token
      When the customer keys in the token
      And 4 seconds pass
      Then the display reads:
        """
        Credit
        25.6 kWh
        """

      Examples:
        | profile    |
        | generic    |
        | kplc-ciu   |
        | landis-gyr |
        | conlog     |
