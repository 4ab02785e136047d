@keypad @faults
Feature: A keypad that is broken
  A pad on a kitchen wall is wet, greasy and years old. Whatever it does to the digits, a wrong token must cost nothing,
  and what a customer sees on the display must be what the meter took.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A broken wire takes its keys away and leaves all others

    Scenario Outline: Row <row> is broken
      When row <row> of the keypad breaks
      And the customer tries the keys "<dead>"
      Then the display reads:
        """
        10.0 kWh
        """
      When the customer presses "<alive>"
      Then the display reads:
        """
        <alive>
        """

      Examples:
        | row | dead  | alive |
        | 1   | 1 2 3 | 456   |
        | 2   | 4 5 6 | 789   |
        | 3   | 7 8 9 | 120   |

    Scenario Outline: Column <column> is broken
      When column <column> of the keypad breaks
      And the customer tries the keys "<dead>"
      Then the display reads:
        """
        10.0 kWh
        """
      When the customer presses "<alive>"
      Then the display reads:
        """
        <alive>
        """

      Examples:
        | column | dead    | alive |
        | 1      | 1 4 7   | 23    |
        | 2      | 2 5 8 0 | 13    |
        | 3      | 3 6 9   | 12    |

    Scenario: A token typed on a pad with a broken row is not a token
      When row 2 of the keypad breaks
      And the customer tries the keys "1844 6744 0738 4377 2416 #"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: The token counts once the pad is mended
      When row 2 of the keypad breaks
      And the customer tries the keys "4 5 6"
      And the keypad is mended
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: Two wires that touch show both keys, so that the customer can see it

    Scenario: Rows 1 and 2 touch
      Given the keys bounce for 0 milliseconds
      When rows 1 and 2 of the keypad touch
      And the customer tries the keys "2"
      Then the display reads:
        """
        25
        """

    Scenario: Columns 2 and 3 touch
      Given the keys bounce for 0 milliseconds
      When columns 2 and 3 of the keypad touch
      And the customer tries the keys "8"
      Then the display reads:
        """
        89
        """

    Scenario: A token typed on such a pad costs nothing
      When rows 1 and 2 of the keypad touch
      And the customer tries the keys "1844 6744 0738 4377 2416 #"
      Then the meter holds 10.0 kWh
      And the key revision is 1

  Rule: A worn key is one digit for each press that a finger can feel

    Scenario: A key that bounces for 40 milliseconds
      When the key "7" bounces for 40 milliseconds
      And the customer presses "7"
      Then the display reads:
        """
        7
        """

    Scenario: A key that bounces for 40 milliseconds, twice
      When the key "7" bounces for 40 milliseconds
      And the customer presses "7 7"
      Then the display reads:
        """
        77
        """

    Scenario: A token with a key that bounces for 40 milliseconds
      When the key "4" bounces for 40 milliseconds
      And the customer presses "4"
      And the customer presses "*"
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A key that works only at every second press
      When the key "3" works only at every second press
      And the customer tries the keys "1 3 3 2"
      Then the display reads:
        """
        132
        """

    Scenario: A token with a key that needs two presses is incomplete
      When the key "4" works only at every second press
      And the customer tries the keys "1844 6744 0738 4377 2416 #"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh
