@lockout
Feature: Too many wrong tokens
  Somebody who tries numbers must be slowed down, and a customer who misread a slip must be able to use the meter
  again soon. Makers differ; the profile clou locks after three wrong tokens.

  Background:
    Given a meter with:
      | name    | value |
      | profile | clou  |
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token "bought"
    And a 5.0 kWh credit token "second"

  Rule: The third wrong token in a row locks the meter for ten seconds

    Scenario: Two wrong tokens
      When the customer keys in token "bought" with digit 3 wrong
      And the customer keys in token "bought" with digit 4 wrong
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Three wrong tokens, and the right one at once
      When the customer keys in token "bought" with digit 3 wrong
      And the customer keys in token "bought" with digit 4 wrong
      And the customer keys in token "bought" with digit 5 wrong
      And the customer keys in token "bought"
      Then the meter refuses it
      And the display shows "LoC"
      And the meter holds 10.0 kWh

    Scenario: The token refused by the lock is good when the ten seconds are over
      When the customer keys in token "bought" with digit 3 wrong
      And the customer keys in token "bought" with digit 4 wrong
      And the customer keys in token "bought" with digit 5 wrong
      And 11 seconds pass
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Three numbers that no token can have
      When the customer keys in "9999 9999 9999 9999 9999"
      And the customer keys in "9999 9999 9999 9999 9999"
      And the customer keys in "9999 9999 9999 9999 9999"
      And the customer keys in token "bought"
      Then the meter refuses it
      And the display shows "LoC"
      And the meter holds 10.0 kWh

    Scenario: The display counts the wrong tokens
      When the customer keys in token "bought" with digit 3 wrong
      Then the display shows "rEJct-1"
      When the customer keys in token "bought" with digit 4 wrong
      Then the display shows "rEJct-2"
      And the meter holds 10.0 kWh

  Rule: Each further wrong token doubles the time, up to the tenth

    Scenario Outline: <wrong> wrong tokens, and a pause of <short> seconds
      When the customer keys in <wrong> wrong tokens, each as soon as the meter takes one
      And <short> seconds pass
      And the customer keys in token "bought"
      Then the meter refuses it
      And the display shows "LoC"
      When 5 seconds pass
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | wrong | short |
        | 4     | 12    |
        | 5     | 32    |
        | 9     | 632   |
        | 10    | 1272  |
        | 11    | 1272  |

  Rule: A locked meter still answers test tokens

    Scenario: The key revision is asked for while the meter is locked
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the customer keys in "1844 6744 0738 4377 2416"
      Then the meter accepts it
      And the display shows "1"

    Scenario: A test token does not lift the lock
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the customer keys in "1844 6744 0738 4377 2416"
      And the customer keys in token "bought"
      Then the meter refuses it
      And the display shows "LoC"
      And the meter holds 10.0 kWh

  Rule: What is tried while the meter is locked does not count

    Scenario: A number that no token can have, and then the right one
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the customer keys in "9999 9999 9999 9999 9999"
      Then the display shows "LoC"
      When 11 seconds pass
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: An accepted token or a power cut starts the count again

    Scenario: Two wrong, one right, two wrong
      When the customer keys in 2 wrong tokens, each as soon as the meter takes one
      And the customer keys in token "bought"
      And the customer keys in 2 wrong tokens, each as soon as the meter takes one
      And the customer keys in token "second"
      Then the meter accepts it
      And the meter holds 40.6 kWh

    Scenario: Two wrong, one code of an update, two wrong
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in 2 wrong tokens, each as soon as the meter takes one
      And the customer keys in code 1
      And the customer keys in 2 wrong tokens, each as soon as the meter takes one
      And the customer keys in token "second"
      Then the meter accepts it
      And the meter holds 15.0 kWh

    Scenario: The mains fails while the meter is locked
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the mains fails
      And the mains returns
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: What is no wrong token does not count

    Scenario: Three incomplete entries
      When the customer presses "1234 #"
      And the customer presses "1234 #"
      And the customer presses "1234 #"
      And the customer keys in token "bought"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A used token three times
      When the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      And the customer keys in token "bought"
      Then the meter refuses it as used
      When the customer keys in token "second"
      Then the meter accepts it
      And the meter holds 40.6 kWh
