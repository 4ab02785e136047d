@display @profiles
Feature: What makers' displays say
  A customer tells the help desk the word on the display, not the name of a result. Each make has its own words.

  Rule: Each make has its words

    Scenario Outline: <profile> says <accepted>, <used>, <old> and <rejected>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And a 25.6 kWh credit token "bought"
      And a 25.6 kWh credit token "ancient" issued at "2019-12-31 12:00"
      When the customer keys in token "bought"
      Then the display shows "<accepted>"
      When the customer keys in token "bought"
      Then the display shows "<used>"
      When the customer keys in token "ancient"
      Then the display shows "<old>"
      When the customer keys in token "bought" with digit 1 wrong
      Then the display shows "<rejected>"
      And the meter holds 25.6 kWh

      Examples:
        | profile  | accepted | used | old | rejected |
        | generic  | Accept   | Used | Old | Reject   |
        | kplc-ciu | Accept   | Used | Old | Reject   |
        | clou     | AccEPt   | USEd | OLd | rEJct-1  |
        | conlog   | Accept   | Used | Old | AAAAA    |

  Rule: A wider display takes more digits on a line

    Scenario: Twenty digits on twenty characters
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      When the customer presses "18446744073843772416"
      Then the display reads:
        """
        1844 6744 0738 4377
        2416
        """

  Rule: Digits may scroll, with a counter at the left

    Scenario: Seven digits on eight characters
      Given a meter with:
        | name    | value |
        | profile | clou  |
      When the customer presses "1234567"
      Then the display reads:
        """
         7 4-567
        """

    Scenario: Twenty digits on eight characters
      Given a meter with:
        | name    | value |
        | profile | clou  |
      When the customer presses "12345678901234567890"
      Then the display reads:
        """
        20 -7890
        """

    Scenario: Seven digits with dots
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      When the customer presses "1234567"
      Then the display reads:
        """
                1234.567
        """

  Rule: A refusal may blink, and leaves a dark pause

    Background:
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the meter holds 10.0 kWh

    Scenario: Dark after half a second, lit again after a whole one
      When the customer presses "9999 9999 9999 9999 9999 #"
      Then the display shows "Reject"
      When 600 milliseconds pass
      Then the display reads:
        """
        """
      When 500 milliseconds pass
      Then the display reads:
        """
        Reject
        """

    Scenario: Blank for five seconds, then the credit
      When the customer presses "9999 9999 9999 9999 9999 #"
      And 12 seconds pass
      Then the display reads:
        """
        """
      When 4 seconds pass
      Then the display reads:
        """
        Credit
        10.0 kWh
        """

    Scenario: An accepted token does not blink
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And 500 milliseconds pass
      Then the display reads:
        """
        Accept
        """

  Rule: A display of one line shows an answer and then its value

    Scenario: The load switch on eight characters
      Given a meter with:
        | name    | value |
        | profile | clou  |
      And the token for test 1
      When the customer keys in the token
      Then the display shows "AccEPt"
      And the display shows "OPEn"

    Scenario Outline: Test <test> on eight characters
      Given a meter with:
        | name         | value              |
        | profile      | clou               |
        | meter number | 600727111111111153 |
      And the meter holds 10.0 kWh
      And the token for test <test>
      When the customer keys in the token
      And 4 seconds pass
      Then the display reads:
        """
        <answer>
        """

      Examples:
        | test | answer   |
        | 1    | CLOSEd   |
        | 2    | 88888888 |
        | 3    | 0.0      |
        | 6    | PAd      |
        | 7    | nonE     |
        | 8    | t 0      |
        | 9    | 0        |
        | 10   | 0.1      |
        | 12   | nonE     |
        | 18   | 11111115 |

    Scenario: The credit on eight characters
      Given a meter with:
        | name    | value |
        | profile | clou  |
      And the meter holds 10.0 kWh
      When 1 seconds pass
      Then the display reads:
        """
        10.0
        """
