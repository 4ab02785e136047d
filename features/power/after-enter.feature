@power
Feature: A power cut soon after Enter
  The display has said that the token was taken, and then the light goes out. What was said must be true when it comes
  back, whether that is in a second or in two weeks.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: What was accepted before the cut is there after it

    Scenario Outline: The mains fails <time> seconds after Enter
      Given a meter in one piece
      When the customer keys in the token and the mains fails <time> seconds after Enter
      Then the meter accepts it
      And the display is blank
      When the mains returns
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used
      And the credit is unchanged

      Examples:
        | time |
        | 0.3  |
        | 1    |
        | 4    |
        | 20   |

    Scenario: After the first code of an update
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1 and the mains fails 1 second after Enter
      Then the meter asks for the other code
      When the mains returns
      And the customer keys in code 2
      Then the meter asks for the other code
      And the base date is 1993
      And the credit is unchanged

    Scenario: After the second code of an update
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2 and the mains fails 0.5 seconds after Enter
      Then the meter accepts it
      When the mains returns
      Then the base date is 2014
      And the key revision is 2
      And the credit is unchanged

  Rule: However long it lasts, a cut takes nothing

    Scenario Outline: <time> without mains
      When the load draws 1000 W for 1.5 hours
      And the mains fails for <time>
      Then the meter holds 8.5 kWh
      And the energy delivered is 1.5 kWh
      And the load switch is closed

      Examples:
        | time       |
        | 10 seconds |
        | 5 minutes  |
        | 2.5 hours  |

    Scenario: Two weeks without mains
      When the mains fails
      And 2 weeks pass
      And the mains returns
      Then the meter holds at least 10.0 kWh
      And the credit is unchanged
